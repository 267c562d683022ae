import CGI
import Store

/// `GET /health`: 200 only if the snapshot, the database and the document folder work.
func checkHealth(_ visit: inout Visit) throws -> Response {
    try visit.store().checkHealth()
    var response = Response(.ok, contentType: "text/plain; charset=utf-8", body: .bytes(Array("ok\n".utf8)))
    response.setPageHeaders()
    return response
}
