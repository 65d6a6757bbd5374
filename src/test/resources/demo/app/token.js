import './app.js';

const SHOWN = 48;

function readable(body) {
  try {
    const json = JSON.parse(body);
    if (json.token?.length > SHOWN) json.token = `${json.token.slice(0, SHOWN)}…`;
    return JSON.stringify(json, null, 2);
  } catch {
    return body;
  }
}

document.addEventListener('click', async (event) => {
  const path = event.target.dataset?.call;
  if (!path) return;
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  const shown = event.target.parentElement.querySelector('.answer');
  shown.className = `answer ${answer.ok ? 'good' : 'bad'}`;
  shown.textContent = `${answer.status}\n${readable(await answer.text())}`;
});

for (const button of document.querySelectorAll('[data-call]')) button.disabled = false;
