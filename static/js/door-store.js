// What the door's phone keeps in IndexedDB: who is expected, and entries not sent yet.
function open(event) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`door-${event}`, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("people", { keyPath: "code" });
      request.result.createObjectStore("queue", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function openStore(event) {
  const database = await open(event);
  const store = (name, mode) => database.transaction(name, mode).objectStore(name);
  return {
    person: (code) => done(store("people", "readonly").get(code)),
    people: () => done(store("people", "readonly").getAll()),
    keep: (person) => done(store("people", "readwrite").put(person)),
    async replacePeople(people) {
      const rows = store("people", "readwrite");
      rows.clear();
      for (const person of people) rows.put(person);
      await new Promise((resolve) => { rows.transaction.oncomplete = resolve; });
    },
    queue: () => done(store("queue", "readonly").getAll()),
    enqueue: (entry) => done(store("queue", "readwrite").put(entry)),
    sent: (id) => done(store("queue", "readwrite").delete(id)),
  };
}
