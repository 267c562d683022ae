import Glibc

/// A list of strings as one row of the snapshot: read at once, taken apart only where it is used.
public struct StringTable: Equatable, Sendable {
    /// The strings in UTF-8, each followed by a zero byte.
    public let bytes: [UInt8]
    private let starts: [Int]

    /// A table of strings; zero bytes in them are dropped.
    public init(_ strings: [String]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(strings.reduce(strings.count) { $0 + $1.utf8.count })
        for string in strings {
            bytes += string.utf8
            bytes.append(0)
        }
        self.init(bytes: bytes)
        if count != strings.count { self.init(bytes: strings.flatMap { $0.utf8.filter { $0 != 0 } + [0] }) }
    }

    /// A table from its bytes.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = UnsafeRawPointer(buffer.baseAddress) else { return }
            var place = 0
            while let zero = memchr(base + place, 0, buffer.count - place) {
                place = UnsafeRawPointer(zero) - base + 1
                starts.append(place)
            }
        }
        self.starts = starts
    }

    /// How many strings there are.
    public var count: Int { starts.count - 1 }

    /// The string at a place; empty beyond the end.
    public subscript(index: Int) -> String { String(decoding: bytes(at: index), as: UTF8.self) }

    /// The string at a place in UTF-8; empty beyond the end.
    public func bytes(at index: Int) -> ArraySlice<UInt8> {
        guard index >= 0, index < count else { return [] }
        return bytes[starts[index]..<starts[index + 1] - 1]
    }
}
