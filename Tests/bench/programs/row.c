/* A FastCGI program that opens an SQLite database once and prints one row at each request: the yardstick of FastCGI.
   ROW_DATABASE names the database, which has a row for each of the numbers from 1 to 1,000. */
#include <fcgiapp.h>
#include <sqlite3.h>
#include <stdlib.h>

int main(void)
{
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (sqlite3_open_v2(getenv("ROW_DATABASE"), &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 1;
    if (sqlite3_prepare_v2(database, "SELECT text FROM line WHERE id = ?", -1, &statement, NULL) != SQLITE_OK) return 1;

    FCGX_Request request;
    if (FCGX_Init() || FCGX_InitRequest(&request, 0, 0)) return 1;
    for (int number = 0; FCGX_Accept_r(&request) >= 0; number++) {
        sqlite3_bind_int(statement, 1, number % 1000 + 1);
        const char *text = sqlite3_step(statement) == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : "none";
        FCGX_FPrintF(request.out, "Content-Type: text/html; charset=utf-8\r\n\r\n<!DOCTYPE html><title>Row</title><p>%s\n", text);
        sqlite3_reset(statement);
        FCGX_Finish_r(&request);
    }
    return 0;
}
