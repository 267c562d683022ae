import Notices

extension Visit {
    /// The messages that citizens get.
    var notices: Notices { Notices(portal: portal, settings: settings) }
}
