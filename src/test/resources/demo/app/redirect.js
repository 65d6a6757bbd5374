import { about } from './app.js';

const address = `/ts-token/embed/viz/${about.liveboard}`;
document.getElementById('code').textContent = `<iframe src="${address}"></iframe>`;
document.getElementById('frame').src = address;
