/** Pages as Telegram Desktop's exporter writes them (export_output_html.cpp), invented: one of a newer version, one without zones. */

export const pageStart = (name: string) => `<!DOCTYPE html>
<html>

 <head>

  <meta charset="utf-8"/>
<title>Exported Data</title>
  <link href="css/style.css" rel="stylesheet"/>
  <script src="js/script.js" type="text/javascript">
</script>
 </head>

 <body onload="CheckLocation();">

  <div class="page_wrap">

   <div class="page_header">

    <div class="content">

     <div class="text bold">
${name}
     </div>

    </div>

   </div>

   <div class="page_body chat_page">

    <div class="history">
`;

export const pageEnd = `
    </div>

   </div>

  </div>

 </body>

</html>
`;

const clock = (title: string) => `
       <div class="pull_right date details" title="${title}">
16:20
       </div>
`;

export const messages = {
  day: `
     <div class="message service" id="message-1">

      <div class="body details">
14 September 2024
      </div>

     </div>
`,
  joined: `
     <div class="message service" id="message2">

      <div class="body details">
Anna pinned <a href="#go_to_message3" onclick="return GoToMessage(3)">this message</a>
      </div>

     </div>
`,
  words: `
     <div class="message default clearfix" id="message3">

      <div class="pull_left userpic_wrap"><div class="userpic userpic1" style="width: 42px; height: 42px"><div class="initials">A</div></div></div>

      <div class="body">
${clock("14.09.2024 16:20:00 UTC+03:00")}
       <div class="from_name">
Ostrel Today
       </div>

       <div class="text">
At the <strong>fountain</strong> now &lt;script&gt;alert(1)&lt;/script&gt;<br>see <a href="https://example.org/a">example.com</a>
       </div>

       <div class="signature details">
Anna
       </div>

      </div>

     </div>
`,
  photo: `
     <div class="message default clearfix joined" id="message4">

      <div class="body">
${clock("14.09.2024 16:21:00 UTC+03:00")}
       <div class="reply_to details">
In reply to <a href="messages.html#go_to_message3">this message</a>
       </div>

       <div class="media_wrap clearfix">

        <a class="photo_wrap clearfix pull_left" href="photos/photo_1@14-09-2024_16-21-00.jpg">

         <img class="photo" src="photos/photo_1@14-09-2024_16-21-00_thumb.jpg" style="width: 260px; height: 195px"/>

        </a>

       </div>

      </div>

     </div>
`,
  forwarded: `
     <div class="message default clearfix" id="message5">

      <div class="body">
${clock("14.09.2024 16:22:00 UTC+03:00")}
       <div class="from_name">
Ostrel Today
       </div>

       <div class="forwarded body">

        <div class="from_name">
Someone Else <span class="date details" title="13.09.2024 09:00:00 UTC+03:00"> 13.09.2024 09:00:00</span>
        </div>

        <div class="media_wrap clearfix">

         <a class="media clearfix pull_left block_link media_voice_message" href="voice_messages/audio_1@14-09-2024_16-22-00.ogg">

          <div class="fill pull_left">

          </div>

          <div class="body">

           <div class="title bold">
Voice message
           </div>

           <div class="status details">
00:07
           </div>

          </div>

         </a>

        </div>

        <div class="text">
площа
        </div>

       </div>

      </div>

     </div>
`,
  missing: `
     <div class="message default clearfix" id="message6">

      <div class="body">
${clock("14.09.2024 16:23:00 UTC+03:00")}
       <div class="from_name">
Ostrel Today
       </div>

       <div class="media_wrap clearfix">

        <div class="media clearfix pull_left media_video">

         <div class="fill pull_left">

         </div>

         <div class="body">

          <div class="title bold">
Video file
          </div>

          <div class="description">
Not included, change data exporting settings to download.
          </div>

          <div class="status details">
01:02, 5.1 MB
          </div>

         </div>

        </div>

       </div>

      </div>

     </div>
`,
  place: `
     <div class="message default clearfix joined" id="message7">

      <div class="body">
${clock("14.09.2024 16:24:00 UTC+03:00")}
       <div class="media_wrap clearfix">

        <a class="media clearfix pull_left block_link media_location" href="https://maps.google.com/maps?q=50.1,30.2&amp;ll=50.1,30.2&amp;z=16">

         <div class="body">

          <div class="title bold">
Location
          </div>

          <div class="status details">
50.1, 30.2
          </div>

         </div>

        </a>

       </div>

      </div>

     </div>
`,
} as const;

export const newPage = `${pageStart("Ostrel Today")}${Object.values(messages).join("")}
     <a class="pagination block_link" href="messages2.html">
Next messages
     </a>
${pageEnd}`;

/** As before the exporter wrote a zone. */
export const oldPage = newPage.replaceAll(" UTC+03:00", "");
