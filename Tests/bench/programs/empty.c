/* The least that a CGI program can do: the yardstick of every ratio. */
#include <stdio.h>

int main(void)
{
    fputs("Content-Type: text/plain\r\n\r\nempty\n", stdout);
    return 0;
}
