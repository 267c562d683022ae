/// `pishkhan completions`.
let completionsCommand = Command(
    name: "completions", summary: "prints the completions of a shell",
    usage: ["completions bash|zsh|fish"],
    about: """
        Prints what lets a shell complete commands and options at the Tab key. For all users:
        pishkhan completions bash >/usr/share/bash-completion/completions/pishkhan
        pishkhan completions zsh >/usr/share/zsh/vendor-completions/_pishkhan
        pishkhan completions fish >/usr/share/fish/vendor_completions.d/pishkhan.fish
        """,
    options: []
) { arguments in
    guard arguments.words.count == 1, let shell = Shell(rawValue: arguments.words[0]) else {
        throw UsageFault.expected("one of \(Shell.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))")
    }
    Console.print(shell.completions, end: "")
    return .done
}

/// The shells that completions are made for.
private enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var completions: String {
        switch self {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    private var bash: String {
        let cases = commands.map { command in
            "        \(command.name)) words=\"\((command.subcommands + command.options.map(\.name)).joined(separator: " "))\" ;;"
        }
        return """
            # Completions of pishkhan for bash; made by 'pishkhan completions bash'.
            _pishkhan() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
                COMPREPLY=()
                case $before in
                    \(valued(by: "FILE").joined(separator: "|"))) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
                    \(valued(by: "DIR").joined(separator: "|"))) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
                esac
                if ((COMP_CWORD == 1)); then
                    words="\(commands.map(\.name).joined(separator: " "))"
                else
                    case ${COMP_WORDS[1]} in
            \(cases.joined(separator: "\n"))
                    esac
                fi
                mapfile -t COMPREPLY < <(compgen -W "$words --help" -- "$word")
                [[ $word == -* ]] || mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$word")
            }
            complete -o filenames -F _pishkhan pishkhan

            """
    }

    private var zsh: String {
        let names = commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
        let cases = commands.map { command in
            let specs = command.options.map { option in
                let action =
                    option.value.map { $0 == "DIR" ? ":\($0):_files -/" : $0 == "FILE" ? ":\($0):_files" : ":\($0): " }
                    ?? ""
                return "                \(quoted("*\(option.name)[\(zshEscaped(option.about))]\(action)"))"
            }
            let words = command.subcommands.isEmpty ? "_files" : "(\(command.subcommands.joined(separator: " ")))"
            let all = specs + ["                \(quoted("1: :\(words)"))", "                '*: :_files'"]
            return "        \(command.name)) _arguments \\\n\(all.joined(separator: " \\\n")) ;;"
        }
        return """
            #compdef pishkhan
            # Completions of pishkhan for zsh; made by 'pishkhan completions zsh'.
            local -a commands=(
            \(names.joined(separator: "\n"))
            )
            if ((CURRENT == 2)); then
                _describe command commands
            else
                local command=$words[2]
                shift words
                ((CURRENT--))
                case $command in
            \(cases.joined(separator: "\n"))
                esac
            fi

            """
    }

    private var fish: String {
        var lines = ["# Completions of pishkhan for fish; made by 'pishkhan completions fish'."]
        for command in commands {
            lines.append(
                "complete -c pishkhan -n __fish_use_subcommand -f -a \(command.name) -d \(fishQuoted(command.summary))")
            let condition = "'__fish_seen_subcommand_from \(command.name)'"
            if !command.subcommands.isEmpty {
                lines.append(
                    "complete -c pishkhan -n \(condition) -a '\(command.subcommands.joined(separator: " "))'")
            }
            for option in command.options {
                let value = option.value == nil ? "" : " -r"
                lines.append(
                    "complete -c pishkhan -n \(condition) -l \(option.name.dropFirst(2))\(value) -d \(fishQuoted(option.about))"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The options whose value is a file, or a folder.
    private func valued(by value: String) -> [String] {
        let names = commands.flatMap(\.options).filter { $0.value == value }.map(\.name)
        return Array(Set(names)).sorted()
    }

    private func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private func fishQuoted(_ text: String) -> String {
        let escaped = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
        return "'" + escaped.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
    }

    /// Colons and brackets part the pieces of what `_arguments` is told.
    private func zshEscaped(_ text: String) -> String {
        text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
