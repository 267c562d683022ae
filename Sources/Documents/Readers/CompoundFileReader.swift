/// Reads compound files ([MS-CFB]), the containers of Word 97–2003.
enum CompoundFileReader {
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }
}
