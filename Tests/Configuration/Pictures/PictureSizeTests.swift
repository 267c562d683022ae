import Foundation
import Testing

@testable import Configuration

private func chunk(_ text: String, _ bytes: [UInt8]) -> [UInt8] { Array(text.utf8) + bytes }

private let png: [UInt8] =
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + chunk("IHDR", [0, 0, 1, 0x2c, 0, 0, 0, 0xc8])
private let jpeg: [UInt8] =
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8, 0, 0xc8, 1, 0x2c, 3]
private func webP(_ kind: String, _ bytes: [UInt8]) -> [UInt8] {
    chunk("RIFF", [0, 0, 0, 0]) + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + bytes
}

@Test(
    "The size of a picture is read from its head: 300 by 200 pixels",
    arguments: [
        png, jpeg, webP("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, 0x2c, 0x41, 0xc8, 0x40]),
        webP("VP8L", [0x2f, 0x2b, 0xc1, 0x31, 0, 0, 0, 0, 0, 0]),
        webP("VP8X", [0, 0, 0, 0, 0x2b, 0x01, 0, 0xc7, 0, 0]),
    ])
func sizeIsRead(bytes: [UInt8]) {
    #expect(PictureSize(of: bytes) == PictureSize(width: 300, height: 200))
}

@Test("A picture that is cut off anywhere before its size, has none, or is none at all has no size")
func noSize() {
    for whole in [png, Array(jpeg.dropLast())] {
        for count in 0..<whole.count { #expect(PictureSize(of: Array(whole.prefix(count))) == nil) }
    }
    #expect(PictureSize(of: Array("<svg width='1' height='1'/>".utf8)) == nil)
    #expect(PictureSize(of: png.dropLast(4) + [0, 0, 0, 0]) == nil)
    #expect(PictureSize(of: [0xff, 0xd8, 0xff, 0xe0, 0, 0]) == nil)
    #expect(PictureSize(of: [0xff, 0xd8, 0xff, 0xda, 0, 2]) == nil)
    #expect(PictureSize(of: webP("ALPH", Array(repeating: 1, count: 20))) == nil)
}

@Test("Half of a size is rounded up, so that no picture vanishes")
func halved() {
    #expect(PictureSize(width: 720, height: 333).halved == PictureSize(width: 360, height: 167))
    #expect(PictureSize(width: 1, height: 1).halved == PictureSize(width: 1, height: 1))
}

@Test("The example's icons have the sizes of their names")
func iconSizes() throws {
    for size in [192, 512] {
        let file = URL(filePath: #filePath).appending(path: "../../../../site/theme/icon-\(size).png").standardized
        #expect(PictureSize(of: Array(try Data(contentsOf: file))) == PictureSize(width: size, height: size))
    }
}
