import CGI
import Persian

/// The page for when not even the portal's own pages can be read: it needs nothing.
enum PlainPage {
    static func answer(_ status: Status, _ number: RequestNumber) -> Response {
        let isOurFault = status.code >= 500
        let persian =
            isOurFault
            ? "سامانه اکنون در دسترس نیست و چیزی ثبت نشد. چند دقیقهٔ دیگر دوباره تلاش کنید."
            : "درخواست فهمیده نشد و چیزی ثبت نشد. به صفحهٔ پیشین برگردید و دوباره تلاش کنید."
        let english =
            isOurFault
            ? "The service is not available right now, and nothing was registered. Please try again in a few minutes."
            : "The request could not be understood, and nothing was registered. Please go back and try again."
        let text = """
            <!DOCTYPE html>
            <html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>\(status.code)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body><h1>\(status.code)</h1><p>\(persian)</p><p lang="en" dir="ltr">\(english)</p>
            <p>اگر کمک خواستید، این شماره را بگویید: <bdi>\(persianDigits(number.text))</bdi></p>
            <p lang="en" dir="ltr">If you ask for help, give this number: <bdi data-request>\(number.text)</bdi></p></body></html>

            """
        var response = Response(status, contentType: "text/html; charset=utf-8", body: .bytes(Array(text.utf8)))
        response.setPageHeaders()
        return response
    }
}
