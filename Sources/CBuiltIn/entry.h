// One line of a table in built_in.c: the path below FOLDER, the bytes of FILE, and how many they are.
{
    &FILE[sizeof FOLDER - 1],
    (const unsigned char[]){
#embed FILE
    },
    sizeof (const unsigned char[]){
#embed FILE
    },
},
#undef FILE
