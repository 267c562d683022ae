/// TIFF files put together by hand.
struct TIFFSample {
    var isLittle = true
    var isBig = false

    func number(_ number: Int, _ count: Int) -> [UInt8] {
        isLittle ? Bytes.little(number, count) : Bytes.big(number, count)
    }

    var header: [UInt8] {
        let order = Bytes.text(isLittle ? "II" : "MM")
        return order + (isBig ? number(43, 2) + number(8, 2) + number(0, 2) : number(42, 2))
    }

    var offsetLength: Int { isBig ? 8 : 4 }
    /// Where the first directory's place stands.
    var firstPlace: Int { isBig ? 8 : 4 }

    struct Entry {
        let tag: Int
        let type: Int
        let count: Int
        let value: Int
    }

    /// A directory as bytes.
    func directory(_ entries: [Entry], next: Int) -> [UInt8] {
        number(entries.count, isBig ? 8 : 2)
            + entries.flatMap { entry -> [UInt8] in
                // What is shorter than its field stands at its left.
                let length = entry.count > 1 ? offsetLength : [3: 2, 4: 4, 16: 8][entry.type] ?? offsetLength
                let value = number(entry.value, min(length, offsetLength))
                let padding = Bytes.zeros(offsetLength - value.count)
                return number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, offsetLength) + value
                    + padding
            } + number(next, offsetLength)
    }

    /// One strip of that many bytes at that place.
    static func page(_ width: Int, _ height: Int, strip: Int, bytes: Int) -> [Entry] {
        [
            Entry(tag: 256, type: 4, count: 1, value: width), Entry(tag: 257, type: 4, count: 1, value: height),
            Entry(tag: 273, type: 4, count: 1, value: strip), Entry(tag: 279, type: 4, count: 1, value: bytes),
        ]
    }

    /// Pages that each have their directory first and 10 bytes of pixels after it, as scanners write them.
    func file(_ sizes: [(width: Int, height: Int)] = [(2, 3), (4, 5)]) -> [UInt8] {
        var file = header + number(header.count + offsetLength, offsetLength)
        for (index, size) in sizes.enumerated() {
            let length = directory(Self.page(0, 0, strip: 0, bytes: 0), next: 0).count
            let strip = file.count + length
            let next = index == sizes.count - 1 ? 0 : strip + 10
            file += directory(Self.page(size.width, size.height, strip: strip, bytes: 10), next: next)
            file += [UInt8](repeating: 7, count: 10)
        }
        return file
    }
}
