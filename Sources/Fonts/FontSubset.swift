import CHarfBuzz

/// Takes out of a font what Persian does not need, by HarfBuzz; what shapes letters stays.
func subset(_ font: [UInt8]) throws(FontFault) -> [UInt8] {
    // The blob reads the bytes where they are, and none outlives this call.
    let result = font.withUnsafeBytes { bytes in
        Result { () throws(FontFault) in try subset(bytes) }
    }
    return try result.get()
}

private func subset(_ font: UnsafeRawBufferPointer) throws(FontFault) -> [UInt8] {
    guard
        let blob = hb_blob_create_or_fail(
            font.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(font.count), HB_MEMORY_MODE_READONLY, nil, nil
        )
    else { throw .refused }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    let all = hb_set_create()
    defer { hb_set_destroy(all) }
    hb_face_collect_unicodes(face, all)
    for scalar in PersianScalars.needed where hb_set_has(all, scalar.value) == 0 { throw .lacks(scalar) }
    guard let input = hb_subset_input_create_or_fail() else { throw .refused }
    defer { hb_subset_input_destroy(input) }
    let unicodes = hb_subset_input_unicode_set(input)
    for range in PersianScalars.all + PersianScalars.beside {
        hb_set_add_range(unicodes, range.lowerBound, range.upperBound)
    }
    // Those that shape are kept by default; these make digits stand below each other.
    let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    for feature in ["tnum", "lnum", "pnum"] { hb_set_add(features, tag(feature)) }
    // The licence, which says that it goes with the font, and where it can be read.
    let names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
    for name in [13, 14] as [UInt32] { hb_set_add(names, name) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    guard let small = hb_subset_or_fail(face, input) else { throw .refused }
    defer { hb_face_destroy(small) }
    let result = hb_face_reference_blob(small)
    defer { hb_blob_destroy(result) }
    var count: UInt32 = 0
    guard let bytes = hb_blob_get_data(result, &count), count > 0 else { throw .refused }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
}

private func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
