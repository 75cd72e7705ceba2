// What a tag manager does with a tag of Custom HTML: fetches it, puts it at the end of the page, and makes its scripts anew so that they run.
// Scripts of type "module" are left lying, which is why there is a classic file.
addEventListener('load', function () {
  fetch('tag.html')
    .then(function (answer) {
      return answer.text();
    })
    .then(function (html) {
      const box = document.createElement('div');
      box.hidden = true;
      box.innerHTML = html;
      document.body.appendChild(box);
      box.querySelectorAll('script:not([type=module])').forEach(function (dead) {
        const script = document.createElement('script');
        script.text = dead.text;
        dead.replaceWith(script);
      });
    });
});
