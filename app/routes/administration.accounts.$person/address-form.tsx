// The form that gives an account another address.
import { Form, useNavigation } from "@remix-run/react";
import type { AccountView } from "~/domain/accounts/administration.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { useWrongWords } from "~/ui/use-wrong-words";

interface AddressFormProps {
  account: AccountView;
  /** What the page's last form was answered. */
  answer?: FormAnswer;
}

export function AddressForm({ account: { name, isSelf }, answer }: AddressFormProps) {
  const t = useT("upkeep");
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "address";
  return (
    <section aria-labelledby="address-title" className="border-t border-line pt-8">
      <h2 id="address-title" className="text-section">
        {t("address.title")}
      </h2>
      <p className="mt-1 mb-4 max-w-[60ch] text-quiet">
        {isSelf ? t("address.leadSelf") : t("address.lead", { name })}
      </p>
      <Form method="post" preventScrollReset className="grid justify-items-start gap-4">
        <Field
          id="email"
          name="email"
          type="email"
          label={t("address.label")}
          frameClassName="w-full"
          autoComplete="off"
          error={wrong(answer?.errors?.email)}
          defaultValue={answer?.values?.email}
          required
        />
        <Button name="intent" value="address" isBusy={isBusy}>
          {t("address.button")}
        </Button>
      </Form>
    </section>
  );
}
