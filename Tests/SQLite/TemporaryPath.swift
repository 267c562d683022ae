import TemporaryFolders

/// Where no database is yet, in a folder of its own.
func temporaryPath(_ name: String = "test.sqlite") -> String { TemporaryFolder.make("sqlite") + "/" + name }
