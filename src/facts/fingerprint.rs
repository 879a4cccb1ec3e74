//! A hash of bytes that is the same in every release and on every machine. It is not cryptographic.

/// FNV-1a of 64 bits. The standard library's hashers may change from one release to the next.
pub fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let bytes = bytes.into_iter();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
