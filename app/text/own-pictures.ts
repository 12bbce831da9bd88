// How pictures of this house stand in Markdown: an address that says which file it is and how wide and high, so that nothing jumps.
import { fileAddress, fileInAddress, narrowAddress, pictureWidths } from "~/text/file-addresses";
import { isAddressable } from "~/text/own-addresses";

/** A picture that was taken in: its file's id, and the size of the whole picture in pixels. */
export interface OwnPicture {
  file: string;
  width: number;
  height: number;
}

/** No side is longer: what is larger was made smaller when it was taken in. */
export const longestSide = 9_999;

export const pictureAddress = ({ file, ...size }: OwnPicture) => fileAddress(file, size);

/** The picture that an address leads to, where it is exactly of our form. */
export function ownPicture(address: string): OwnPicture | undefined {
  const there = fileInAddress(address);
  return there?.size ? pictureOf({ file: there.id, ...there.size }) : undefined;
}

/** The picture that these values make, whatever they are; none where they make none. */
export function pictureOf(said: Record<keyof OwnPicture, unknown>): OwnPicture | undefined {
  const { file, width, height } = said;
  const isWell = typeof file === "string" && isAddressable(file) && isSide(width) && isSide(height);
  return isWell ? { file, width, height } : undefined;
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= longestSide;
}

/** What a browser is told of where to fetch the picture: the size in the middle for those that do not choose, and what there is to choose. */
export function pictureSources(picture: OwnPicture): { src: string; srcset: string; sizes: string } {
  const whole = pictureAddress(picture);
  const narrow = (width: number) => narrowAddress(picture.file, picture, width);
  const narrower = pictureWidths.filter((width) => width < picture.width);
  return {
    src: picture.width > 960 ? narrow(960) : whole,
    srcset: [...narrower.map((width) => `${narrow(width)} ${width}w`), `${whole} ${picture.width}w`].join(
      ", ",
    ),
    // As wide as the text is at most, and as the screen on a phone.
    sizes: "(min-width: 46rem) 42rem, 100vw",
  };
}
