// Why a mail could not be sent is told in words: what real servers, and the lack of one, make of it.
import { expect, test } from "vitest";
import { faultIn } from "~/domain/notifications/mail-fault";
import { createMailer } from "~/platform/mail.server";
import { openPostOffice } from "../../support/post-office";

/** What becomes of a mail that is handed to this server. */
async function faultOf(smtpUrl: string) {
  const mailer = createMailer({
    smtpUrl,
    outbox: "/dev/null/outbox",
    from: "torg@torg.example",
    patience: 400,
  });
  const said = await mailer.send({ to: "officer@alytus.example", subject: "A mail", text: "It says." }).then(
    () => "",
    (error: unknown) => String(error),
  );
  mailer.close();
  return said === "" ? "sent" : faultIn(said);
}

test("an address that is refused, a wrong account, a silent server and one that is not there are told apart", async () => {
  expect(await faultOf((await openPostOffice()).url)).toBe("sent");
  expect(await faultOf((await openPostOffice({ refusal: "No such mailbox" })).url)).toBe("address");
  expect(await faultOf((await openPostOffice({ isHanging: true })).url)).toBe("silent");
  const { url } = await openPostOffice({ account: { user: "torg", password: "right" } });
  expect(await faultOf(url.replace("right", "wrong"))).toBe("account");
  expect(await faultOf("smtp://127.0.0.1:1")).toBe("unreachable");
});

test("what nobody knows is left as it was said", () => {
  expect(faultIn("The moon is full.")).toBeUndefined();
});
