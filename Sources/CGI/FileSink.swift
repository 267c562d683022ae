/// Where the bytes of one uploaded file go.
public protocol FileSink {
    /// Takes the next bytes; they are gone when the call returns.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws
    /// The file is complete.
    mutating func finish() throws
    /// The form was refused: nothing of the file may stay. Called for every sink of the form, finished or not.
    mutating func abandon()
}

extension FileSink {
    /// Does nothing: for sinks that keep nothing by themselves.
    public mutating func abandon() {}
}
