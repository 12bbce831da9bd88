// What stands at an address of which nothing may be shown: to a stranger the form to sign in, to a former member what has ended.
import type { ReactNode } from "react";
import type { MembershipOver } from "~/domain/access/membership-over";
import { MembershipOverPage } from "./membership-over-page";
import { SignInPage, type SignInPageProps } from "./sign-in-page";

export interface ClosedPageProps extends Pick<SignInPageProps, "to" | "note"> {
  /** Of somebody who was a member and is signed in. */
  over: MembershipOver | undefined;
  /** What a former member wrote in a text and nobody took. */
  children?: ReactNode;
}

export function ClosedPage({ over, children, ...signIn }: ClosedPageProps) {
  return over ? <MembershipOverPage {...over}>{children}</MembershipOverPage> : <SignInPage {...signIn} />;
}
