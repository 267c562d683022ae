import CHarfBuzz
import Foundation

/// A font of Debian's package fonts-noto-core.
func noto(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/fonts/truetype/noto/\(name).ttf")))
}

/// How far a font advances for each glyph of a text, in its own units, and how many it has; what shapes letters changes it.
func advances(_ text: String, in font: [UInt8]) -> [Int32] {
    let blob = font.withUnsafeBytes {
        hb_blob_create(
            $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    let shaped = hb_font_create(face)
    defer { hb_font_destroy(shaped) }
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_add_utf8(buffer, text, Int32(text.utf8.count), 0, Int32(text.utf8.count))
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(shaped, buffer, nil, 0)
    var count: UInt32 = 0
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    return UnsafeBufferPointer(start: positions, count: Int(count)).flatMap {
        [$0.x_advance, $0.x_offset, $0.y_offset]
    }
}
