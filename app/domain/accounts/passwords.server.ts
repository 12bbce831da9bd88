// Changing a password, and getting a new one by a one-time link.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { change, tellSessionsEnded } from "../activity/activities.server";
import { invalid, refusalIn } from "../refusal";
import type { ChangePassword, RequestReset, ResetPassword } from "./account-orders";
import { auth } from "./auth.server";
import { chargeReset, chargeSignIn, chargeToken, forgiveSignIn, forgiveToken } from "./limits.server";
import { statusOf, type Caller, type SignedIn } from "./sessions.server";

/**
 * Changes the password of the one who knows the present one, and ends all their other sessions with their sockets.
 * Refuses `invalid` a wrong present password, and too many tries like signing in does.
 */
export async function changePassword(caller: Caller, own: SignedIn, order: ChangePassword): Promise<void> {
  const { id: personId, email } = own.person;
  await chargeSignIn(caller.address, email);
  const { hashPassword, verifyPassword } = await import("better-auth/crypto");
  const where = { personId, providerId: "credential" };
  const credential = await database().read.credential.findFirst({ where, select: { password: true } });
  const isRight = await verifyPassword({ hash: credential?.password ?? "", password: order.current }).catch(
    () => false,
  );
  if (!isRight) throw invalid("current", "wrongPassword");
  await forgiveSignIn(caller.address, email);
  const password = await hashPassword(order.password);
  await change(async (transaction, record) => {
    await transaction.credential.updateMany({ where, data: { password } });
    await transaction.session.deleteMany({ where: { personId, id: { not: own.sessionId } } });
    await record({
      kind: "password-changed",
      personId,
      subjectId: personId,
      audience: [{ room: "person", personId }],
    });
  });
  tellSessionsEnded({ personId, exceptSessionId: own.sessionId });
}

/** Sends a reset link where the address has an account. The answer, and how long it takes, are the same where it has none. */
export async function requestReset(caller: Caller, order: RequestReset): Promise<void> {
  await chargeReset(caller.address, order.email);
  void auth()
    .then(({ api }) => api.requestPasswordReset({ body: order }))
    .catch((error: unknown) => log().error({ error }, "a reset link could not be made"));
}

/**
 * Whether a reset link still works, so that whoever comes with a used one is told before choosing a password. Looking uses nothing up:
 * mail filters open links too. After too many wrong ones nobody is told; sending says so.
 */
export async function isResetOpen(caller: Caller, token: string): Promise<boolean> {
  try {
    await chargeToken(caller.address);
  } catch (refusal) {
    if (refusalIn(refusal)) return true;
    throw refusal;
  }
  const context = await (await auth()).$context;
  const kept = await context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!kept || kept.expiresAt < now()) return false;
  await forgiveToken(caller.address);
  return true;
}

/** Sets a new password by the one-time token, and ends all the person's sessions with their sockets. Refuses a used or old token. */
export async function resetPassword(caller: Caller, token: string, order: ResetPassword): Promise<void> {
  await chargeToken(caller.address);
  const { api, $context } = await auth();
  const context = await $context;
  const verification = await context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  await api.resetPassword({ body: { token, newPassword: order.password } }).catch((error: unknown) => {
    if (statusOf(error) === 400) throw invalid("form", "linkUsed");
    throw error;
  });
  const personId = verification?.value;
  if (!personId) return;
  await change(async (transaction, record) => {
    // Links asked for before are worth nothing any more, and no session survives, not even one begun meanwhile.
    await transaction.verification.deleteMany({ where: { value: personId } });
    await transaction.session.deleteMany({ where: { personId } });
    await record({
      kind: "password-reset",
      personId,
      subjectId: personId,
      audience: [{ room: "person", personId }],
    });
  });
  tellSessionsEnded({ personId });
}

/** The salted hash under which a new account keeps its password; slow on purpose. */
export async function hashOfPassword(password: string): Promise<string> {
  const { hashPassword } = await import("better-auth/crypto");
  return hashPassword(password);
}
