/// What the program answers, and which handler does it.
let routes: [Route] = [
    .get("/captcha", showSecurityCode),
    .post("/login/code", sendCode),
    .get("/login/verify", askForCode),
    .post("/login/verify", confirmCode),
    .post("/logout", signOut),

    .get("/desk", showDesk),
    .get("/track", followUp),
    .get("/letters/new", showNewLetter),
    .post("/letters", registerLetter),
    .get("/letters/:id", showLetter),
    .get("/letters/:id/receipt", showReceipt),
    .get("/letters/:id/status", showStatus),
    .get("/letters/:id/documents/:number", downloadDocument),

    .get("/staff/login", showStaffLogin),
    .post("/staff/login", signStaffIn),
    .get("/staff/password", showNewPassword),
    .post("/staff/password", changePassword),
    .get("/staff/letters", showQueue),
    .get("/staff/letters/:id", showStaffLetter),
    .get("/staff/letters/:id/documents/:number", downloadStaffDocument),
    .post("/staff/letters/:id/accept", acceptLetter),
    .post("/staff/letters/:id/reject", rejectLetter),
    .post("/staff/letters/:id/events", addStatus),
    .post("/staff/letters/:id/reply", reply),
    .get("/staff/audit", showAudit),

    .get("/health", checkHealth),
]
