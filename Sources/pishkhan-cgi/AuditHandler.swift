import CGI
import Desk
import Pages
import Store

/// `GET /staff/audit[?letter=…&person=…&since=…&until=…]`: who did what and when.
func showAudit(_ visit: inout Visit) throws -> Response {
    guard try visit.staffMember().mayAudit else { throw Refusal.notAllowed }
    let place = try visit.placeInList()
    let length = visit.limits.pageLength
    let typed = AuditSearch.Field.allCases.compactMap { field in
        visit.request.query[field.rawValue].map { (field, $0) }
    }
    let search = AuditSearch(typed: Dictionary(uniqueKeysWithValues: typed), offset: visit.settings.utcOffset)
    let found = search.problems.isEmpty ? try visit.store().audit(search.filter, before: place, limit: length + 1) : []
    let list = PageOfList(found, length: length)
    let page = visit.pages().audit(
        list.entries, search: search, people: try visit.store().staffNames(), isFirst: place == nil,
        next: list.hasMore ? list.entries.last?.id : nil)
    return visit.page(page, search.problems.isEmpty ? .ok : .badRequest)
}
