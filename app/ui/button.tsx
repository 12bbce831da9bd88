// The one button; screens differ in its weight, never in its look.
import { forwardRef, type ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";

/** `main`: the one thing to do here. `plain`: another. `bare`: among others in a row. `grave`: takes something away. */
export type ButtonWeight = "main" | "plain" | "bare" | "grave";

export interface ButtonLook {
  weight?: ButtonWeight;
  size?: "normal" | "small";
  /** A square with an icon; it then needs `aria-label`. */
  isIcon?: boolean;
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  /** Its order is under way: it stays in place and focused, and does not answer a second press. */
  isBusy?: boolean;
}

export function buttonClass(
  { weight = "plain", size = "normal", isIcon = false }: ButtonLook,
  className?: string,
): string {
  return classNames(
    "button",
    `button-${weight}`,
    size === "small" && "button-small",
    isIcon && "button-icon",
    className,
  );
}

/** A `<button>`; of type `submit` inside a form unless told otherwise, as in HTML. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { weight, size, isIcon, isBusy = false, className, onClick, ...attributes },
  ref,
) {
  return (
    <button
      ref={ref}
      {...attributes}
      className={buttonClass({ weight, size, isIcon }, className)}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
});
