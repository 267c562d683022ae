/// How a photograph must be turned to stand upright (Exif 3.0, tag 0x0112): telephones store what the sensor saw, and say
/// how they were held.
///
/// The numbers are Exif's: where the first row and the first column of the stored image are to be seen.
enum Orientation: Int, CaseIterable, Sendable {
    case topLeft = 1, topRight, bottomRight, bottomLeft, leftTop, rightTop, rightBottom, leftBottom

    /// Whether width and height change places.
    var isOnSide: Bool { rawValue >= Orientation.leftTop.rawValue }

    /// Reads it from the first directory of a TIFF structure, as Exif's segment of a JPEG file and chunk of a PNG file
    /// hold one; nil where there is none, or a broken one, as programs then show the photograph as it is stored.
    init?(exif bytes: DocumentBytes, in range: Range<Int>) throws(DocumentDefect) {
        guard range.count >= 8 else { return nil }
        let order: ByteOrder
        switch try bytes.number(at: range.lowerBound, bytes: 2, .big) {
        case 0x4949: order = .little
        case 0x4D4D: order = .big
        default: return nil
        }
        guard try bytes.number(at: range.lowerBound + 2, bytes: 2, order) == 42 else { return nil }
        let directory = range.lowerBound + Int(try bytes.number(at: range.lowerBound + 4, bytes: 4, order))
        guard directory <= range.upperBound - 2 else { return nil }
        for index in 0..<Int(try bytes.number(at: directory, bytes: 2, order)) {
            let entry = directory + 2 + 12 * index
            guard entry <= range.upperBound - 12 else { return nil }
            guard try bytes.number(at: entry, bytes: 2, order) == 0x0112 else { continue }
            // "Type = SHORT, Count = 1"
            guard try bytes.number(at: entry + 2, bytes: 2, order) == 3 else { return nil }
            self.init(rawValue: Int(try bytes.number(at: entry + 8, bytes: 2, order)))
            return
        }
        return nil
    }
}
