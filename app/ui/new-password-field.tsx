// The field in which a password is chosen, with what it has to be.
import { passwordShortest } from "~/domain/accounts/account";
import { useT } from "~/i18n/use-t";
import { Field } from "./field";

export function NewPasswordField({ label, error }: { label: string; error: string | undefined }) {
  const t = useT("accounts");
  return (
    <Field
      id="password"
      name="password"
      type="password"
      autoComplete="new-password"
      label={label}
      hint={t("passwordHint", { count: passwordShortest })}
      error={error}
      required
    />
  );
}
