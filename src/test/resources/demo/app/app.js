// What every page needs: who is signed in, and a sign-out that leaves nothing behind.

/** What the application knows: {user, roles, thoughtSpotHost, liveboard, standIn, sdk}. */
export const about = await (await fetch('about.json')).json();

document.getElementById('person').textContent = about.user
  ? `${about.user} · ${about.roles.join(', ')}`
  : 'nobody is signed in';

const signOut = document.getElementById('sign-out');
if (signOut && about.user) {
  signOut.hidden = false;
  signOut.addEventListener('submit', async (event) => {
    event.preventDefault();
    await endAtThoughtSpot();
    signOut.submit();
  });
}

/** Tokens and a cookie session at ThoughtSpot outlive this application's: the next person at this browser would see it. */
async function endAtThoughtSpot() {
  try {
    await (await import('/ts-token/client.js')).signOut();
  } catch (error) {
    console.warn(error.message);
  }
}
