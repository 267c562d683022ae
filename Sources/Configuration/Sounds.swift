import Portal
import SecurityCode
import Source

/// Reads the recordings of the digits, from which spoken security codes are put together.
///
/// They are files of the site and not made at each build, so that a portal can be built where no speech program is, and so
/// that a person's voice can take the place of the program's.
func readSounds(_ folder: String, noting noted: Noted) -> DigitRecordings? {
    var files: [WAVFile] = []
    for digit in 0...9 {
        let path = "\(folder)/\(digit).wav"
        guard let bytes = bytes(path, most: 1 << 20, noting: noted) else { continue }
        do throws(WAVFile.Fault) {
            files.append(try WAVFile(bytes: bytes))
        } catch {
            let wrong =
                switch error {
                case .notWAV: "not a whole WAV file"
                case .otherForm: "sound of another form"
                }
            noted.problems.append(
                Problem(
                    wrong, expected: "PCM with one channel of unsigned 8-bit samples, 8000 a second", file: path))
        }
    }
    guard files.count == 10 else { return nil }
    guard let recordings = DigitRecordings(files: files) else {
        noted.problems.append(
            Problem("a recording is empty or too long", expected: "at most two seconds", file: folder))
        return nil
    }
    return recordings
}
