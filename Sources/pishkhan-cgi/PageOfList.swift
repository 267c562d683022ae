/// One page of a longer list, of which one entry more than fits was asked for.
struct PageOfList<Entry> {
    /// What stands on the page.
    let entries: [Entry]
    /// Whether the list goes on.
    let hasMore: Bool

    init(_ found: [Entry], length: Int) {
        entries = Array(found.prefix(length))
        hasMore = found.count > length
    }
}
