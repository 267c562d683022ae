import Desk
import FoundationEssentials
import Store

/// `pishkhan staff list`.
func listStaff(_ arguments: Arguments) throws -> ExitCode {
    let accounts = try Store(opening: arguments.home().data).staffAccounts().map(ListedAccount.init)
    if arguments.has("--json") {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Console.print(String(decoding: try encoder.encode(accounts), as: UTF8.self))
    } else {
        for account in accounts { Console.print(account.line) }
    }
    return .done
}

/// An account as the list shows it; the property names are the JSON's keys.
private struct ListedAccount: Encodable {
    let name: String
    let role: String
    let units: [String]
    let disabled: Bool
    let mustChangePassword: Bool
    let secondFactor: Bool
    let recoveryCodesLeft: Int
    /// UTC seconds.
    let created: Int

    init(_ account: StaffAccount) {
        name = account.member.name
        role = account.member.role.rawValue
        units = account.member.units
        disabled = account.isDisabled
        mustChangePassword = account.member.mustChangePassword
        secondFactor = account.member.hasSecondFactor
        recoveryCodesLeft = account.recoveryCodesLeft
        created = account.created
    }

    /// One line: name, role, then what is to be said beside them.
    var line: String {
        var remarks = [units.isEmpty ? nil : "units " + units.joined(separator: ",")]
        remarks.append(secondFactor ? "second factor, \(recoveryCodesLeft) recovery codes left" : "no second factor")
        remarks.append(mustChangePassword ? "first password" : nil)
        remarks.append(disabled ? "disabled" : nil)
        return "\(name)\t\(role)\t" + remarks.compactMap { $0 }.joined(separator: "; ")
    }
}
