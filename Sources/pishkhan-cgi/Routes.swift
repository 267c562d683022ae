/// What the program answers, and which handler does it; `#` is a number.
let routes: [Route] = [
    .get("/captcha", showSecurityCode),
    .get("/captcha/audio", speakSecurityCode),
    .get("/captcha/work", giveWork),
    .post("/login/code", sendCode),
    .get("/login/verify", askForCode),
    .post("/login/verify", confirmCode),
    .post("/logout", signOut),

    .get("/desk", showDesk),
    .get("/track", followUp),
    .get("/letters/new", showNewLetter),
    .post("/letters", registerLetter),
    .get("/letters/#", showLetter),
    .get("/letters/#/receipt", showReceipt),
    .get("/letters/#/status", showStatus),
    .get("/letters/#/documents/#", downloadDocument),

    .get("/staff/login", showStaffLogin),
    .post("/staff/login", signStaffIn),
    .get("/staff/password", showNewPassword),
    .post("/staff/password", changePassword),
    .get("/staff/letters", showQueue),
    .get("/staff/letters/#", showStaffLetter),
    .get("/staff/letters/#/documents/#", downloadStaffDocument),
    .post("/staff/letters/#/accept", acceptLetter),
    .post("/staff/letters/#/reject", rejectLetter),
    .post("/staff/letters/#/events", addStatus),
    .post("/staff/letters/#/reply", reply),
    .get("/staff/audit", showAudit),

    .get("/health", checkHealth),
]
