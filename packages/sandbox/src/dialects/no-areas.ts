/** The arguments by which newer servers find what is near: older ones leave them unread, and list it all. */

export const noCircles: readonly string[] = ['lat', 'long', 'radius'];
export const noAreas: readonly string[] = [...noCircles, 'bbox'];
