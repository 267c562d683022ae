/// Joins photographs of pages into one PDF document (ISO 32000-2): a page for each, in their order.
///
/// No pixel is decoded: a JPEG file goes in as it is, and of a PNG file its data chunks, whose compression and predictors PDF
/// knows. Each page is as large as its photograph on A4. The bytes depend on the photographs alone, and memory does not grow
/// with them.
public struct PhotographDocument {
    /// Takes the next bytes of the document.
    public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    private let sink: Sink
    private var written = 0
    /// Where each object begins, from the first on.
    private var places: [Int] = []

    private init(sink: @escaping Sink) { self.sink = sink }

    /// Writes the document.
    ///
    /// - Parameter pages: the photographs, each with the bytes of its file.
    /// - Throws: `DocumentDefect` where a file is another than before, and what `sink` throws.
    public static func write(
        _ pages: [(photograph: Photograph, bytes: DocumentBytes)], to sink: @escaping Sink
    ) throws {
        var document = PhotographDocument(sink: sink)
        // Four bytes above 127 tell programs that pass files on that this is not text (7.5.2).
        try document.put("%PDF-1.7\n%")
        try document.put([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
        try document.object("<</Type/Catalog/Pages 2 0 R>>")
        let kids = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        try document.object("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>")
        // What turns transparent samples into opaque ones comes last, where a page needs it.
        let programs = TransparencyProgram.allCases.filter { program in
            pages.contains { $0.photograph.content.transparency == program }
        }
        for page in pages {
            let program = page.photograph.content.transparency.flatMap(programs.firstIndex)
            try document.page(of: page.photograph, page.bytes, program: program.map { 3 + 3 * pages.count + $0 })
        }
        for program in programs {
            try document.stream(program.entries, length: program.text.utf8.count) { try $0.put(program.text) }
        }
        try document.end()
    }

    /// Three objects: a page, its content, its image.
    ///
    /// - Parameter program: the number of the object that makes transparent samples opaque, where there are any.
    private mutating func page(of photograph: Photograph, _ bytes: DocumentBytes, program: Int?) throws {
        let size = PageSize(of: photograph)
        let number = places.count + 1
        try object(
            """
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(size.width.text) \(size.height.text)]/Contents \(number + 1) 0 R\
            /Resources<</XObject<</Photograph \(number + 2) 0 R>>>>>>
            """)
        let content = "q \(size.matrix(for: photograph.orientation)) cm /Photograph Do Q"
        try stream("", length: content.utf8.count) { try $0.put(content) }
        let image = "/Type/XObject/Subtype/Image/Width \(photograph.width)/Height \(photograph.height)"
        switch photograph.content {
        case .jpeg(let components, let isInverted, let length):
            let space = [1: "/DeviceGray", 3: "/DeviceRGB"][components] ?? "/DeviceCMYK"
            let decode = isInverted ? "/Decode[1 0 1 0 1 0 1 0]" : ""
            try stream(
                "\(image)/ColorSpace\(space)/BitsPerComponent 8/Filter/DCTDecode\(decode)", length: length
            ) { try $0.copy(0..<length, of: bytes) }
        case .png(let colour, let depth, let length):
            let space = try Self.space(of: colour, bytes, program: program)
            let entries = """
                \(image)/ColorSpace\(space)/BitsPerComponent \(depth)/Filter/FlateDecode\
                /DecodeParms<</Predictor 15/Colors \(colour.samples)/BitsPerComponent \(depth)/Columns \(photograph.width)>>
                """
            try stream(entries, length: length) { document in
                var chunks = PNGChunks()
                while let chunk = try chunks.next(in: bytes) {
                    if chunk.type == PNGChunks.data { try document.copy(chunk.data, of: bytes) }
                }
            }
        }
    }

    /// The colour space of a PNG's samples; with an opacity among them, as many inks as there are samples (8.6.6.5).
    private static func space(
        of colour: Photograph.PNGColour, _ bytes: DocumentBytes, program: Int?
    ) throws(DocumentDefect) -> String {
        switch colour {
        case .grey: return "/DeviceGray"
        case .rgb: return "/DeviceRGB"
        case .greyAlpha: return "[/DeviceN[/Grey/Opacity]/DeviceGray \(program ?? 0) 0 R]"
        case .rgbAlpha: return "[/DeviceN[/R/G/B/Opacity]/DeviceRGB \(program ?? 0) 0 R]"
        case .indexed(let palette):
            let digits = Array("0123456789ABCDEF".utf8)
            let table = try bytes.copy(at: palette.lowerBound, count: palette.count)
            let hexadecimal = table.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            return "[/Indexed/DeviceRGB \(palette.count / 3 - 1)<\(String(decoding: hexadecimal, as: UTF8.self))>]"
        }
    }
}

/// The parts that every PDF document is made of.
extension PhotographDocument {
    private mutating func put(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes(sink)
        written += bytes.count
    }

    private mutating func put(_ text: String) throws { try put(Array(text.utf8)) }

    private mutating func copy(_ range: Range<Int>, of bytes: DocumentBytes) throws {
        var at = range.lowerBound
        while at < range.upperBound {
            let outcome = try bytes.withChunk(at: at, atMost: range.upperBound - at) { chunk in
                Result { try sink(chunk) }.map { chunk.count }
            }
            let length = try outcome.get()
            try bytes.spend(length)
            written += length
            at += length
        }
    }

    private mutating func object(_ text: String) throws {
        places.append(written)
        try put("\(places.count) 0 obj\n\(text)\nendobj\n")
    }

    private mutating func stream(
        _ entries: String, length: Int, _ content: (inout PhotographDocument) throws -> Void
    ) throws {
        places.append(written)
        try put("\(places.count) 0 obj\n<<\(entries)/Length \(length)>>\nstream\n")
        try content(&self)
        try put("\nendstream\nendobj\n")
    }

    /// Cross-reference table, trailer and end mark (7.5.4 and 7.5.5).
    private mutating func end() throws {
        let table = written
        try put("xref\n0 \(places.count + 1)\n0000000000 65535 f \n")
        for place in places {
            let digits = String(place)
            try put(String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n")
        }
        try put("trailer\n<</Size \(places.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n")
    }
}
