// Watching and muting: a text with its city and its network, or a city, or the network alone. Without a script as well.
import { Form, useLoaderData } from "@remix-run/react";
import { readAttention, setAttention, type PlaceView } from "~/domain/notifications/attention.server";
import { wishes } from "~/domain/notifications/notice";
import { SetAttention } from "~/domain/notifications/notice-orders";
import type { FormAnswer } from "~/http/form";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (data) => [{ label: (data as { heading: string }).heading }],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const heading = translate(member.language)("notices:attention.title");
  const documentId = url.searchParams.get("document") ?? undefined;
  const partnershipId = url.searchParams.get("city") ?? undefined;
  return {
    title: pageTitle(member.language, heading, member.network.name),
    heading,
    places: await readAttention(member, { documentId, partnershipId }),
  };
});

export const action = memberAction(({ member }) => ({
  wish: on(SetAttention, async (order) => {
    await setAttention(member, order);
    return order.placeId;
  }),
}));

export default function Attention() {
  const t = useT("notices");
  const { places } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <div className="page page-narrow">
      <PageHeader title={t("attention.title")} lead={t("attention.lead")} />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      <div className="grid gap-10">
        {places.map((place) => (
          <PlaceForm key={place.placeId} place={place} answer={answer} />
        ))}
      </div>
    </div>
  );
}

function PlaceForm({ place: { place, placeId, name, language, wish }, answer }: PlaceFormProps) {
  const t = useT("notices");
  return (
    <section aria-labelledby={`place-${place}`} className="border-t border-line pt-6">
      <h2 id={`place-${place}`} className="text-section">
        {t(`attention.place.${place}`)}
      </h2>
      <p lang={language ?? undefined} className="mt-1 mb-3 text-large">
        {name}
      </p>
      {answer?.done === placeId ? (
        <div className="mb-4">
          <Notice tone="ok" announce="politely">
            {t("attention.saved")}
          </Notice>
        </div>
      ) : null}
      <Form method="post" preventScrollReset className="grid gap-4">
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="placeId" value={placeId} />
        <Choices
          legend={t("attention.question")}
          name="wish"
          defaultValue={wish}
          choices={wishes.map((value) => ({
            value,
            label: t(`attention.wish.${value}`),
            hint: t(`attention.hint.${value}`),
          }))}
        />
        <div>
          <Button name="intent" value="wish" aria-label={`${t("attention.save")}: ${name}`}>
            {t("attention.save")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

interface PlaceFormProps {
  place: PlaceView;
  answer?: FormAnswer;
}

export { PageErrorBoundary as ErrorBoundary };
