/// Undoes percent-encoding (RFC 3986, section 2.1).
///
/// Nil if a `%` is not followed by two hexadecimal digits, or if the result is not UTF-8.
public func percentDecoded(_ text: String, plusIsSpace: Bool = false) -> String? {
    guard let bytes = percentDecodedBytes(Array(text.utf8)[...], plusIsSpace: plusIsSpace) else { return nil }
    return bytes[...].text
}

/// The text as a name or value in a query or in a form's body: all but unreserved characters as `%XX`.
///
/// A space becomes `%20`, which every decoder understands, and not `+`, which some do not.
public func percentEncoded(forQuery text: String) -> String {
    percentEncoded(text.utf8, keeping: \.isUnreserved)
}

/// Bytes as text in which all but those that `isKept` takes are written as `%XX`.
public func percentEncoded(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
        if isKept(byte) {
            result.append(byte)
        } else {
            result += [.ascii("%"), (byte >> 4).hexadecimalDigit, byte.hexadecimalDigit]
        }
    }
    return String(decoding: result, as: UTF8.self)
}

func percentDecodedBytes(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
        let byte = bytes[position]
        position += 1
        switch byte {
        case .ascii("%"):
            guard bytes.endIndex - position >= 2,
                let high = bytes[position].hexadecimalValue, let low = bytes[position + 1].hexadecimalValue
            else { return nil }
            result.append(high << 4 | low)
            position += 2
        case .ascii("+") where plusIsSpace: result.append(.space)
        default: result.append(byte)
        }
    }
    return result
}
