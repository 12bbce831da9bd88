// What is wrong with a form is said in Torg's own words beside the field, in the reader's language, and not in a bubble of the browser:
// it speaks the browser's language, tells one thing at a time and is gone with the next click. Without a script the bubbles stay.
import { useEffect } from "react";

/** What a field hands in that holds half a day: no day, so that the server says so instead of taking it for an empty field. */
const halfTyped = "?";

/** For the whole page, forms that come later included. */
export function useOwnWords(): void {
  useEffect(() => {
    document.addEventListener("click", letThrough, { capture: true });
    document.addEventListener("formdata", handInHalfTyped);
    return () => {
      document.removeEventListener("click", letThrough, { capture: true });
      document.removeEventListener("formdata", handInHalfTyped);
    };
  }, []);
}

/** Enter in a field clicks the form's button, too. */
function letThrough({ target }: Event): void {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button?.form && button.type === "submit") button.form.noValidate = true;
}

function handInHalfTyped({ target, formData }: FormDataEvent): void {
  if (!(target instanceof HTMLFormElement) || target.method !== "post") return;
  for (const field of target.elements)
    if (field instanceof HTMLInputElement && field.validity.badInput && formData.has(field.name))
      formData.set(field.name, halfTyped);
}
