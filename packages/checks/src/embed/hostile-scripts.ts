// What other people's scripts do to a page before ours comes: each as real libraries did or do it, written here in a few lines.

const jquery = '<script src="/node_modules/jquery/dist/jquery.min.js"></script>';

export const scriptedPages: Readonly<Record<string, string>> = {
  'with jQuery, plugins on its prototype and on everybody’s': `${jquery}<script>
    // As plugins and themes of a decade ago: the dollar stays taken, strings and elements learn new words.
    $.fn.citydesk = function () { return this; };
    String.prototype.trim = function () { return $.trim ? $.trim(this) : this.replace(/^\\s+|\\s+$/g, ''); };
    String.prototype.contains = function (words) { return this.indexOf(words) > -1; };
    String.prototype.format = function () { return this; };
    Number.prototype.times = function (work) { for (let n = 0; n < this; n++) work(n); };
    Function.prototype.method = function (name, work) { this.prototype[name] = work; return this; };
    Element.prototype.show = function () { this.style.display = ''; return this; };
    Element.prototype.update = function (html) { this.innerHTML = html; return this; };
    Element.prototype.select = Element.prototype.querySelectorAll;
    $(function () { $('button, input, a').on('click', function () { return true; }); $(document).on('submit', 'form', function () {}); });
  </script>`,

  'that has wrapped fetch, with promises of another kind': `${jquery}<script>
    // As tools that measure or sign requests: what comes back has then and catch, but no finally, and is no Promise.
    const original = window.fetch;
    window.fetch = function () {
      const deferred = $.Deferred();
      original.apply(this, arguments).then(deferred.resolve, deferred.reject);
      const told = deferred.promise();
      return { then: told.then.bind(told), catch: told.catch.bind(told) };
    };
    const open = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function () { this.asked = arguments; return open.apply(this, arguments); };
  </script>`,

  'that has put words of its own on every array': `<script>
    // MooTools and Prototype up to 1.6: enumerable, so that for…in over an array finds them.
    Array.prototype.each = Array.prototype.forEach;
    Array.prototype.contains = function (one) { return this.indexOf(one) > -1; };
    Array.prototype.remove = function (one) { const at = this.indexOf(one); if (at > -1) this.splice(at, 1); return this; };
    Array.prototype.first = function () { return this[0]; };
    Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.clone = function () { return this.slice(); };
    Array.prototype.toArray = function () { return this.slice(); };
    Array.prototype.group = function () { return {}; };
    Array.prototype.include = function (one) { if (!this.contains(one)) this.push(one); return this; };
  </script>`,

  'whose old polyfills answer for arrays': `<script>
    // Put in place without looking whether they are needed. MooTools 1.4: Array.from takes a list, and knows no iterator and no second argument.
    const slice = Array.prototype.slice;
    Array.from = function (item) {
      if (item == null) return [];
      if (typeof item === 'string') return item.split('');
      return typeof item.length === 'number' ? slice.call(item) : [item];
    };
    // Flattens once, whatever it is asked.
    Array.prototype.flat = function () { return [].concat.apply([], this); };
    Array.prototype.flatMap = function (work, by) { return [].concat.apply([], this.map(work, by)); };
    // Of before 2016: NaN is in no list.
    Array.prototype.includes = function (one) { return this.indexOf(one) !== -1; };
    Array.prototype.find = function (test, by) {
      for (let at = 0; at < this.length; at++) if (test.call(by, this[at], at, this)) return this[at];
    };
    Object.assign = function (target) {
      for (let at = 1; at < arguments.length; at++) for (const name in arguments[at]) target[name] = arguments[at][name];
      return target;
    };
  </script>`,

  'whose Prototype.js tells JSON how to write arrays': `<script>
    // Prototype 1.6: JSON.stringify([1]) gives '"[1]"'.
    Array.prototype.toJSON = function () { return '[' + this.map(function (one) { return JSON.stringify(one); }).join(', ') + ']'; };
  </script>`,
};
