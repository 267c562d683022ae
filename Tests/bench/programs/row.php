<?php
// What a page of PHP does at each request: it opens an SQLite database and prints one row.
$database = new SQLite3(getenv('ROW_DATABASE') ?: $_SERVER['ROW_DATABASE'], SQLITE3_OPEN_READONLY);
$statement = $database->prepare('SELECT text FROM line WHERE id = ?');
$statement->bindValue(1, random_int(1, 1000), SQLITE3_INTEGER);
header('Content-Type: text/html; charset=utf-8');
echo '<!DOCTYPE html><title>Row</title><p>', $statement->execute()->fetchArray()[0], "\n";
