/// The size of a photograph's page: upright or lying A4, less what the photograph does not fill.
struct PageSize: Equatable {
    /// Hundredths of a point, of which an inch has 72.
    struct Length: Equatable {
        let hundredths: Int

        /// As PDF writes it: `595.28`.
        var text: String {
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        }
    }

    let width: Length
    let height: Length

    /// 210 × 297 mm.
    private static let (shortSide, longSide) = (59_528, 84_189)
    /// "The minimum page size should be 3 by 3" (ISO 32000-1, annex C).
    private static let least = 300

    init(of photograph: Photograph) {
        let isOnSide = photograph.orientation.isOnSide
        let (width, height) =
            isOnSide ? (photograph.height, photograph.width) : (photograph.width, photograph.height)
        let (across, down) =
            width > height ? (Self.longSide, Self.shortSide) : (Self.shortSide, Self.longSide)
        // What is wider than the sheet for its height takes all its width, anything else all its height.
        if width * down > height * across {
            self.width = Length(hundredths: across)
            self.height = Length(hundredths: max(Self.least, across * height / width))
        } else {
            self.width = Length(hundredths: max(Self.least, down * width / height))
            self.height = Length(hundredths: down)
        }
    }

    /// What brings an image, which PDF takes for a square of side 1 with its first row on top, onto the page upright.
    func matrix(for orientation: Orientation) -> String {
        let (w, h) = (width.text, height.text)
        return switch orientation {
        case .topLeft: "\(w) 0 0 \(h) 0 0"
        case .topRight: "-\(w) 0 0 \(h) \(w) 0"
        case .bottomRight: "-\(w) 0 0 -\(h) \(w) \(h)"
        case .bottomLeft: "\(w) 0 0 -\(h) 0 \(h)"
        case .leftTop: "0 -\(h) -\(w) 0 \(w) \(h)"
        case .rightTop: "0 -\(h) \(w) 0 0 \(h)"
        case .rightBottom: "0 \(h) \(w) 0 0 0"
        case .leftBottom: "0 \(h) -\(w) 0 \(w) 0"
        }
    }
}
