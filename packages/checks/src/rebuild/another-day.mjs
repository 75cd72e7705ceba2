// Loaded into the second build before anything else: there it is another year, so that a moment written into a file is seen.

const away = 400 * 24 * 60 * 60 * 1000;
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(Real.now() + away);
  }
  static now() {
    return Real.now() + away;
  }
};
