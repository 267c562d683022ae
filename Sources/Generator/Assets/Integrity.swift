import CNettle
import FoundationEssentials

/// What a browser checks a style sheet or a script against before it uses it: `sha384-…`
/// (https://www.w3.org/TR/SRI/).
func integrity(of bytes: [UInt8]) -> String {
    var state = sha512_ctx()
    nettle_sha384_init(&state)
    nettle_sha512_update(&state, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA384_DIGEST_SIZE))
    nettle_sha384_digest(&state, digest.count, &digest)
    return "sha384-" + Data(digest).base64EncodedString()
}
