import Configuration
import Portal

/// The notices of a site that are not over, ready for pages.
///
/// One that has begun has no beginning any more: its pages are then the same at each build until it ends.
func notices(of site: Site, at moment: Int) -> [PortalNotice] {
    site.notices.filter { $0.notice.until > moment }.map { one in
        var notice = one.notice
        if notice.from <= moment { notice.from = 0 }
        for text in one.texts {
            notice.markup[text.language] =
                Markdown.render(text.markdown) { site.address(of: $0, in: text.language) }.markup
        }
        return notice
    }
}
