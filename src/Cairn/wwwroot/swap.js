// Puts what the server answered in the place of what is shown, and touches nothing that is the same: what has the focus,
// what is being typed, what is open and what lies under a finger stays where it is.
// @ts-check

/**
 * Makes one element like another.
 * @param {Element} shown
 * @param {Element} fresh
 */
export function becomeLike(shown, fresh) {
  if (shown.isEqualNode(fresh)) return;
  if (shown.localName === 'svg') return shown.replaceWith(fresh);
  takeAttributes(shown, fresh);
  let here = shown.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = counterpart(shown, here, wanted);
    if (!match) {
      shown.insertBefore(wanted, here);
      continue;
    }

    if (match === here) here = here.nextSibling;
    else shown.insertBefore(match, here);
    if (match instanceof Element) becomeLike(match, /** @type {Element} */ (wanted));
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }

  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
}

/**
 * The node that is meant by the same one: by its id, else the same kind of node at the same place.
 * @param {Element} shown
 * @param {ChildNode | null} here
 * @param {ChildNode} wanted
 * @returns {ChildNode | null}
 */
function counterpart(shown, here, wanted) {
  const id = wanted instanceof Element ? idOf(wanted) : null;
  if (id) {
    const same = document.getElementById(id);
    return same?.parentNode === shown ? same : null;
  }

  if (!here || here.nodeName !== wanted.nodeName) return null;
  return here instanceof Element && (idOf(here) || kindOf(here) !== kindOf(/** @type {Element} */ (wanted))) ? null : here;
}

/** A form's own `id` may be hidden by a field of that name. @param {Element} element */
const idOf = (element) => element.getAttribute('id');

/** @param {Element} element */
const kindOf = (element) => element.classList[0];

/**
 * @param {Element} shown
 * @param {Element} fresh
 */
function takeAttributes(shown, fresh) {
  for (const { name } of [...shown.attributes]) {
    const opened = name === 'open' && shown.localName === 'details';
    if (!fresh.hasAttribute(name) && !opened) shown.removeAttribute(name);
  }

  for (const { name, value } of fresh.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }

  if (shown instanceof HTMLInputElement && shown.type === 'hidden') shown.value = shown.defaultValue;
}
