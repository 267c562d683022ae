/// A provider's manual in a few lines: what stands in the config, what must be sent, and what comes back.
struct Provider: CustomStringConvertible {
    enum Body { case none, form([String: String]), json(String) }

    let name: String
    /// The value of `sms.http`; FILE is the path of a file with the secret `k/1`.
    let config: String
    /// The message: "code" or "accepted".
    let kind: String
    let method: String
    let url: String
    var headers: [String] = []
    var basic = ""
    let body: Body
    /// Status and text of an answer with which the provider takes the message.
    let success: (Int, String)
    /// Status and text of an answer with which it does not.
    let refusal: (Int, String)

    var description: String { "\(name), \(kind)" }
}

/// The text of the messages: what must be escaped somewhere, and Persian.
let providerText = "کد \"۱۲\" & 100% = {x}; می‌شود"

/// In JSON, as it must arrive.
private let textInJSON = #"کد \"۱۲\" & 100% = {x}; می‌شود"#

/// The rows of the providers whose interface is HTTP, by their public manuals and SDKs of November 2026.
let providers: [Provider] = [
    Provider(
        name: "Kavenegar, template",
        config: """
            { requests: [{ kind: "code", url: "https://api.kavenegar.com/v1/{secret}/verify/lookup.json",
              form: { receptor: "{to}", template: "login", token: "{code}" } }],
              success: { path: "return.status", equals: 200 }, secretFile: "FILE" }
            """,
        kind: "code", method: "POST", url: "https://api.kavenegar.com/v1/k%2F1/verify/lookup.json",
        body: .form(["receptor": "09123456789", "template": "login", "token": "123456"]),
        success: (200, #"{"return":{"status":200,"message":"ok"},"entries":[{"messageid":8792343}]}"#),
        refusal: (418, #"{"return":{"status":418,"message":"credit"},"entries":null}"#)),
    Provider(
        name: "Kavenegar, text",
        config: """
            { requests: [{ url: "https://api.kavenegar.com/v1/{secret}/sms/send.json",
              form: { receptor: "{to}", sender: "10004346", message: "{text}" } }],
              success: { path: "return.status", equals: 200 }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://api.kavenegar.com/v1/k%2F1/sms/send.json",
        body: .form(["receptor": "09123456789", "sender": "10004346", "message": providerText]),
        success: (200, #"{"return":{"status":200},"entries":[{"messageid":1}]}"#),
        refusal: (200, #"{"return":{"status":411},"entries":null}"#)),
    Provider(
        name: "SMS.ir, template",
        config: """
            { requests: [{ kind: "code", url: "https://api.sms.ir/v1/send/verify",
              json: { mobile: "{to}", templateId: 100000, parameters: [{ name: "CODE", value: "{code}" }] } }],
              headers: { "X-API-KEY": "{secret}" }, numbers: "bare",
              success: { path: "status", equals: 1 }, secretFile: "FILE" }
            """,
        kind: "code", method: "POST", url: "https://api.sms.ir/v1/send/verify", headers: ["X-API-KEY: k/1"],
        body: .json(
            #"{"mobile":"9123456789","templateId":100000,"parameters":[{"name":"CODE","value":"123456"}]}"#),
        success: (200, #"{"status":1,"data":{"messageId":89545112,"cost":1.0}}"#),
        refusal: (400, #"{"status":104}"#)),
    Provider(
        name: "SMS.ir, text",
        config: """
            { requests: [{ url: "https://api.sms.ir/v1/send/bulk",
              json: { lineNumber: 30007732000000, MessageText: "{text}", Mobiles: ["{to}"] } }],
              headers: { "X-API-KEY": "{secret}" }, success: { path: "status", equals: 1 }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://api.sms.ir/v1/send/bulk", headers: ["X-API-KEY: k/1"],
        body: .json(
            "{\"lineNumber\":30007732000000,\"MessageText\":\"\(textInJSON)\",\"Mobiles\":[\"09123456789\"]}"),
        success: (200, #"{"status":1}"#), refusal: (200, #"{"status":0}"#)),
    Provider(
        name: "Melipayamak, template",
        config: """
            { requests: [{ url: "https://rest.payamak-panel.com/api/SendSMS/BaseServiceNumber", form: {
              username: "a&b=c%20", password: "{secret}", to: "{to}", bodyId: "1234", text: "{number};{tracking}" } }],
              success: { path: "RetStatus", equals: 1 }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://rest.payamak-panel.com/api/SendSMS/BaseServiceNumber",
        body: .form([
            "username": "a&b=c%20", "password": "k/1", "to": "09123456789", "bodyId": "1234",
            "text": "1405/12;1234567897",
        ]),
        success: (200, #"{"Value":"4530183418000123","RetStatus":1,"StrRetStatus":"Ok"}"#),
        refusal: (200, #"{"Value":"0","RetStatus":35,"StrRetStatus":"InvalidData"}"#)),
    Provider(
        name: "Melipayamak, text",
        config: """
            { requests: [{ url: "https://rest.payamak-panel.com/api/SendSMS/SendSMS", form: {
              username: "u", password: "{secret}", to: "{to}", from: "5000", text: "{text}", isFlash: "false" } }],
              success: { path: "RetStatus", equals: 1 }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://rest.payamak-panel.com/api/SendSMS/SendSMS",
        body: .form([
            "username": "u", "password": "k/1", "to": "09123456789", "from": "5000", "text": providerText,
            "isFlash": "false",
        ]),
        success: (200, #"{"Value":"4530183418000123","RetStatus":1,"StrRetStatus":"Ok"}"#),
        refusal: (200, #"{"Value":"","RetStatus":0}"#)),
    Provider(
        name: "Melipayamak's console",
        config: """
            { requests: [{ url: "https://console.melipayamak.com/api/send/shared/{secret}",
              json: { bodyId: 1234, to: "{to}", args: ["{number}", "{tracking}"] } }],
              success: { path: "recId", not: 0 }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://console.melipayamak.com/api/send/shared/k%2F1",
        body: .json(#"{"bodyId":1234,"to":"09123456789","args":["1405/12","1234567897"]}"#),
        success: (200, #"{"recId":3741437414,"status":"ارسال موفق"}"#), refusal: (200, #"{"recId":0,"status":"خطا"}"#)),
    Provider(
        name: "Ghasedak, template",
        config: """
            { requests: [{ kind: "code", url: "https://gateway.ghasedak.me/rest/api/v1/WebService/SendOtpSMS", json: {
              receptors: [{ mobile: "{to}", clientReferenceId: "{message}" }], templateName: "login",
              inputs: [{ param: "Code", value: "{code}" }] } }],
              headers: { ApiKey: "{secret}" }, success: { path: "IsSuccess", equals: true }, secretFile: "FILE" }
            """,
        kind: "code", method: "POST", url: "https://gateway.ghasedak.me/rest/api/v1/WebService/SendOtpSMS",
        headers: ["ApiKey: k/1"],
        body: .json(
            #"""
            {"receptors":[{"mobile":"09123456789","clientReferenceId":"7"}],"templateName":"login",
             "inputs":[{"param":"Code","value":"123456"}]}
            """#),
        success: (200, #"{"IsSuccess":true,"StatusCode":200}"#), refusal: (200, #"{"IsSuccess":false}"#)),
    Provider(
        name: "IPPanel, pattern",
        config: """
            { requests: [{ kind: "code", url: "https://edge.ippanel.com/v1/api/send", json: {
              sending_type: "pattern", from_number: "+983000505", code: "abc", recipients: ["{to}"],
              params: { code: "{code}" } } }],
              headers: { Authorization: "{secret}" }, numbers: "plus",
              success: { path: "meta.status", equals: true }, secretFile: "FILE" }
            """,
        kind: "code", method: "POST", url: "https://edge.ippanel.com/v1/api/send", headers: ["Authorization: k/1"],
        body: .json(
            #"""
            {"sending_type":"pattern","from_number":"+983000505","code":"abc","recipients":["+989123456789"],
             "params":{"code":"123456"}}
            """#),
        success: (200, #"{"data":{"message_outbox_ids":[1123544244]},"meta":{"status":true}}"#),
        refusal: (422, #"{"data":null,"meta":{"status":false}}"#)),
    Provider(
        name: "Magfa",
        config: """
            { requests: [{ url: "https://sms.magfa.com/api/http/sms/v2/send",
              json: { senders: ["300012345"], recipients: ["{to}"], messages: ["{text}"] } }],
              basic: "name/domain:{secret}", numbers: "international", success: { path: "status", equals: 0 },
              secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://sms.magfa.com/api/http/sms/v2/send",
        basic: "name/domain:k/1",
        body: .json("{\"senders\":[\"300012345\"],\"recipients\":[\"989123456789\"],\"messages\":[\"\(textInJSON)\"]}"),
        success: (200, #"{"status":0,"messages":[{"status":0,"id":12345}]}"#), refusal: (200, #"{"status":14}"#)),
    Provider(
        name: "Twilio",
        config: """
            { requests: [{ url: "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
              form: { To: "{to}", From: "+15005550006", Body: "{text}" } }],
              basic: "AC1:{secret}", numbers: "plus", success: { statuses: [201] }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
        basic: "AC1:k/1", body: .form(["To": "+989123456789", "From": "+15005550006", "Body": providerText]),
        success: (201, #"{"sid":"SM1"}"#), refusal: (400, #"{"code":21211}"#)),
    Provider(
        name: "Kannel",
        config: """
            { requests: [{ url: "http://127.0.0.1:13013/cgi-bin/sendsms?username=p&password={secret}&to={to}&text={text}&coding=2&charset=UTF-8" }],
              numbers: "plus", success: { statuses: [202] }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "GET",
        url: "http://127.0.0.1:13013/cgi-bin/sendsms?username=p&password=k%2F1&to=%2B989123456789&text="
            + "%DA%A9%D8%AF%20%22%DB%B1%DB%B2%22%20%26%20100%25%20%3D%20%7Bx%7D%3B%20"
            + "%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF&coding=2&charset=UTF-8",
        body: .none, success: (202, "3: Queued for later delivery"), refusal: (403, "Authorization failed")),
    Provider(
        name: "Jasmin",
        config: """
            { requests: [{ url: "http://127.0.0.1:1401/send",
              form: { username: "u", password: "{secret}", to: "{to}", content: "{text}", coding: "8" } }],
              numbers: "international", success: { statuses: [200], text: "Success" }, secretFile: "FILE" }
            """,
        kind: "accepted", method: "POST", url: "http://127.0.0.1:1401/send",
        body: .form(["username": "u", "password": "k/1", "to": "989123456789", "content": providerText, "coding": "8"]),
        success: (200, "Success \"07033084-5cfd-4812-90a4-e4d24ffb6e3d\""), refusal: (412, "Error \"No route found\"")),
    Provider(
        name: "playSMS",
        config: """
            { requests: [{ url: "https://sms.example/index.php?app=ws&op=pv&u=p&h={secret}&to={to}&msg={text}&unicode=1" }],
              success: { path: "data[0].status", equals: "OK" }, secretFile: "FILE" }
            """,
        kind: "code", method: "GET",
        url: "https://sms.example/index.php?app=ws&op=pv&u=p&h=k%2F1&to=09123456789&msg="
            + "%DA%A9%D8%AF%20%22%DB%B1%DB%B2%22%20%26%20100%25%20%3D%20%7Bx%7D%3B%20"
            + "%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF&unicode=1",
        body: .none, success: (200, #"{"data":[{"status":"OK","error":"0","smslog_id":"1"}]}"#),
        refusal: (200, #"{"data":[{"status":"ERR","error":"100"}]}"#)),
]
