import Foundation
import Glibc
import TemporaryFolders
import Testing

@testable import Watching

@Test("Whether something was told is answered once, however much it was")
func drains() throws {
    let folder = TemporaryFolder.make("notifications")
    let notifications = try Notifications()
    try notifications.watch(folder, for: Int32(IN_CREATE))
    #expect(!notifications.drain())
    // More than fits into one reading, with names of the greatest length.
    for number in 1...40 {
        let name = String(repeating: "n", count: 250) + String(number)
        #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: nil))
    }
    let answers = (1...2).map { _ in notifications.drain() }
    #expect(answers == [true, false])
}
