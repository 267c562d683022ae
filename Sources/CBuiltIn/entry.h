// One line of the table in built_in.c: the path below site/, the bytes of FILE, and how many they are.
{
    &FILE[sizeof "../../site/" - 1],
    (const unsigned char[]){
#embed FILE
    },
    sizeof (const unsigned char[]){
#embed FILE
    },
},
#undef FILE
