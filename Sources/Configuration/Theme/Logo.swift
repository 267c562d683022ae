import Source

/// Reads the administrator's logo as a file to publish; nil, and noted, where it is neither SVG nor PNG.
func readLogo(_ path: String, noting noted: Noted) -> (name: String, bytes: [UInt8])? {
    guard let bytes = bytes(path, noting: noted) else { return nil }
    let expected = "an SVG or PNG file of at most 200 KB, which every page loads"
    func refuse(_ wrong: String) -> (name: String, bytes: [UInt8])? {
        noted.problems.append(Problem(wrong, expected: expected, file: path))
        return nil
    }
    guard bytes.count <= 200_000 else { return refuse("too large for a logo") }
    // The PNG specification, 5.2: "The first eight bytes of a PNG datastream always contain" these.
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return ("logo.png", bytes) }
    guard isSVG(bytes) else { return refuse("neither SVG nor PNG") }
    return ("logo.svg", bytes)
}
