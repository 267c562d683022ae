import Store

/// The ends that the audit had at earlier moments: the worker's file, and lines that were kept elsewhere.
struct AuditHeads {
    private struct Kept {
        let head: AuditHead
        let place: String
        var isFound: Bool
    }

    private var kept: [Kept] = []
    private var findings: [Finding] = []

    init(_ examination: Examination) {
        let own = examination.home.data.auditHead
        if FileFacts(examination.home.data.path) != nil {
            read(own, "if all else of the audit is whole, run: pishkhan audit --head >\(quoted(own))")
        }
        if let path = examination.keptHeads { read(path, "name a file of lines of audit.head") }
    }

    private mutating func read(_ path: String, _ remedy: String) {
        let bytes = contents(of: path, limit: 64 << 20) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        if lines.isEmpty { findings.append(Finding(path, "is missing or empty", remedy)) }
        for line in lines {
            guard let head = AuditHead(text: line) else {
                findings.append(Finding(path, "holds a line that is no head of an audit", remedy))
                continue
            }
            kept.append(Kept(head: head, place: path, isFound: head.event == 0 && head.seal == AuditSeal.beginning))
        }
        kept.sort { $0.head.event < $1.head.event }
    }

    /// A line of the audit, in rising order.
    mutating func compare(with line: AuditHead) {
        for place in kept.indices where kept[place].head == line { kept[place].isFound = true }
    }

    /// What is the matter with the heads, once all lines have been seen.
    func findings(end: Int) -> [Finding] {
        findings
            + kept.filter { !$0.isFound }.map { kept in
                kept.head.event > end
                    ? Finding(
                        "audit line \(end + 1)",
                        "is missing, and all up to \(kept.head.event), which \(kept.place) names",
                        "take the data from a backup: the end of the audit was cut off")
                    : Finding(
                        "audit line \(kept.head.event)", "is not the one that \(kept.place) names",
                        "take the data from a backup: the audit was written anew, or the file is another desk's")
            }
    }
}
