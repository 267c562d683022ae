import JSON5
import Portal
import SecurityCode

/// Reads the recordings of the digits, from which spoken security codes are put together.
///
/// They are files of the site and not made at each build, so that a portal can be built where no speech program is, and so
/// that a person's voice can take the place of the program's.
func readSounds(_ folder: String, language: Language) throws(SiteFault) -> DigitRecordings {
    var files: [WAVFile] = []
    var problems: [Problem] = []
    for digit in 0...9 {
        let path = "\(folder)/\(digit).wav"
        let bytes = try SiteFiles.read(path)
        do throws(WAVFile.Fault) {
            files.append(try WAVFile(bytes: bytes))
        } catch {
            let sentence =
                switch error {
                case .notWAV: "not a whole WAV file"
                case .otherForm: "sound of another form"
                }
            problems.append(
                problem(path, sentence + ", expected PCM with one channel of unsigned 8-bit samples, 8000 a second"))
        }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard let recordings = DigitRecordings(files: files) else {
        throw .problems([problem(folder, "a recording is empty or too long, expected at most two seconds")])
    }
    return recordings
}

private func problem(_ path: String, _ sentence: String) -> Problem {
    Problem(file: path, position: SourcePosition(line: 1, column: 1), fault: .refused(path: [], sentence))
}
