#if arch(x86_64)
    import CNettle

    // nettle's archive has two versions of these for this processor, and where it is to choose among them it asks the
    // processor in a constructor: at every start of a process, slowly in virtual machines, and with all ciphers linked in
    // whose versions are chosen there. For the few bytes of a code, the one that runs everywhere does. With these two
    // definitions nothing refers to the choice any more, so it is not linked.

    /// What nettle's SHA-1 takes in a block with.
    @_cdecl("nettle_sha1_compress")
    func compress(_ state: UnsafeMutablePointer<UInt32>, _ block: UnsafePointer<UInt8>) {
        _nettle_sha1_compress_x86_64(state, block)
    }

    /// What nettle's HMAC makes its two keys with.
    @_cdecl("nettle_memxor")
    func combine(_ one: UnsafeMutableRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> UnsafeMutableRawPointer {
        _nettle_memxor_x86_64(one, other, count)
    }
#endif
