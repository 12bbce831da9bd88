// One's own account: profile, password, and where one is signed in.
import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import {
  ChangeColours,
  ChangeLanguage,
  ChangePassword,
  ChangeProfile,
  EndSession,
} from "~/domain/accounts/account-orders";
import { changePassword } from "~/domain/accounts/passwords.server";
import { changeLanguagesSpoken, changeProfile, languagesSpoken } from "~/domain/accounts/people.server";
import { endOtherSessions, endSession, listSessions } from "~/domain/accounts/sessions.server";
import { endFeed, listFeeds, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { ChooseWays } from "~/domain/notifications/notice-orders";
import { chooseWays, readWays } from "~/domain/notifications/ways.server";
import { networksOf } from "~/domain/access/members.server";
import { on } from "~/http/form.server";
import { personAction, personLoader, safePath } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { now } from "~/platform/clock";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { CalendarSection } from "./calendar-section";
import { NoticesSection } from "./notices-section";
import { PasswordSection } from "./password-section";
import { ProfileSection } from "./profile-section";
import { SessionsSection } from "./sessions-section";
import { SpeaksSection } from "./speaks-section";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";
import { pageTitle } from "~/http/page-title.server";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => {
  const { name, email, language, timeZone, colours, hasShortcuts } = own.person;
  return {
    title: pageTitle(door.language, translate(door.language)("accounts:profile.title")),
    profile: { name, email, language, timeZone, colours, hasShortcuts },
    timeZones: Intl.supportedValuesOf("timeZone"),
    sessions: await listSessions(own),
    networks: await networksOf(own.person.id),
    speaks: await languagesSpoken(own),
    ways: await readWays(own),
    calendars: await listFeeds(own),
    now: now(),
  };
});

export const action = personAction(({ own, door }) => {
  const back = (form: FormData) => redirect(safePath(String(form.get("to") ?? "/account")));
  return {
    // The answer of this very request still speaks the former language: the next one is asked for.
    profile: on(ChangeProfile, async (order) => {
      await changeProfile(own, order);
      return redirect("/account?done=profile");
    }),
    // Tick boxes of one name: the form's last value alone would count.
    speaks: on(z.object({}), (_, form) => changeLanguagesSpoken(own, form.getAll("speaks").map(String))),
    notices: on(ChooseWays, (order) => chooseWays(own, order)),
    "make-calendar": on(z.object({}), () => makeOwnFeed(own)),
    "end-calendar": on(EndSession, ({ id }) => endFeed(own, id)),
    password: on(ChangePassword, (order) => changePassword(door.caller, own, order)),
    "end-session": on(EndSession, async ({ id }) => {
      await endSession(own, id);
      return id === own.sessionId ? redirect("/sign-in?done=signed-out") : true;
    }),
    "end-others": on(z.object({}), () => endOtherSessions(own)),
    colours: on(ChangeColours, async (order, form) => {
      await changeProfile(own, order);
      return back(form);
    }),
    language: on(ChangeLanguage, async (order, form) => {
      await changeProfile(own, order);
      return back(form);
    }),
  };
});

export default function Account() {
  const t = useT("accounts");
  const {
    profile,
    timeZones,
    sessions,
    networks,
    speaks,
    ways,
    calendars,
    now: at,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isSaved = useSearchParams()[0].get("done") === "profile" && !answer;
  const isSaidBelow = answer?.intent === "profile" || answer?.intent === "password";
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("profile.title") }]}>
      <div className="page page-narrow grid gap-12">
        <section>
          <PageHeader title={t("profile.title")} />
          {isSaidBelow ? null : <WrongSummary wrongs={answer?.errors} labels={{}} />}
          <ProfileSection
            profile={profile}
            timeZones={timeZones}
            now={at}
            answer={answer}
            isSaved={isSaved}
          />
        </section>
        <SpeaksSection speaks={speaks} answer={answer} />
        <NoticesSection ways={ways} answer={answer} />
        <CalendarSection calendars={calendars} answer={answer} />
        <PasswordSection answer={answer} />
        <SessionsSection sessions={sessions} answer={answer} />
      </div>
    </PersonFrame>
  );
}
