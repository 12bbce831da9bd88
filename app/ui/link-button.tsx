// A link that leads to the next step and looks like the button people expect there.
import { Link, type LinkProps } from "@remix-run/react";
import { buttonClass, type ButtonLook } from "./button";

export type LinkButtonProps = LinkProps & ButtonLook;

export function LinkButton({
  weight,
  size,
  isIcon,
  className,
  prefetch = "intent",
  ...attributes
}: LinkButtonProps) {
  return (
    <Link {...attributes} prefetch={prefetch} className={buttonClass({ weight, size, isIcon }, className)} />
  );
}
